// The frame of every dialog: a title, a body, a row of buttons.

import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
  readonly size?: 'small' | 'medium' | 'large';
  readonly onClose: () => void;
}

export function DialogFrame({ title, children, role = 'dialog', size = 'small', onClose }: DialogFrameProps) {
  const close = (open: boolean): void => {
    if (!open) onClose();
  };
  return (
    <ModalOverlay className="veil" isOpen isDismissable={role === 'dialog'} onOpenChange={close}>
      <Modal className={`modal modal-${size}`}>
        <Dialog className="dialog" role={role}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
