// Over the foot of an article that is read aloud.

import { Button as AriaButton } from 'react-aria-components';
import { useStore } from '../../lib/store.ts';
import { setSpeechRate, stepSpeech, stopSpeech, toggleSpeech } from '../../services/speaking.ts';
import { rates, speech } from '../../state/speech.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Choices, MenuButton } from '../parts/menu.tsx';
import './speech.css';

export function SpeechBar() {
  const { say } = useWords();
  const { open, state, lacksVoice } = useStore(speech);
  if (!open) return null;
  return (
    <div className="speech-bar" role="toolbar" aria-label={say('read-aloud')}>
      {lacksVoice || state === 'failed' ? <p role="status">{say(lacksVoice ? 'speech-no-voice' : 'speech-failed')}</p> : null}
      {lacksVoice ? null : (
        <>
          <IconButton icon="back" size={16} label={say('speech-before')} onPress={() => stepSpeech(-1)} />
          <IconButton icon={state === 'speaking' ? 'pause' : 'play'} label={say(state === 'speaking' ? 'speech-pause' : 'speech-on')} onPress={toggleSpeech} />
          <IconButton icon="forward" size={16} label={say('speech-after')} onPress={() => stepSpeech(1)} />
          <Rate />
        </>
      )}
      <IconButton icon="close" size={15} label={say('close')} onPress={stopSpeech} />
    </div>
  );
}

function Rate() {
  const { say, number } = useWords();
  const { rate } = useStore(speech);
  const choices = rates.map((each) => ({ key: String(each), label: `${number(each)}×` }));
  return (
    <MenuButton label={say('speech-rate')} placement="top end" button={<AriaButton className="fact fact-button" aria-label={say('speech-rate')}>{number(rate)}×</AriaButton>}>
      <Choices title={say('speech-rate')} chosen={String(rate)} choices={choices} onChoose={(key) => setSpeechRate(Number(key))} />
    </MenuButton>
  );
}
