// The window's entry: styles in the order of their layers, and the app.

import './styles/layers.css';
import './styles/fonts.css';
import './styles/typefaces.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './views/app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
