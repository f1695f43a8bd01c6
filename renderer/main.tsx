/** The window's entry: what an old browser lacks and the nonce first, then the program. */
import 'virtual:gained';
import './nonce.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Program } from './app.tsx';
import './ui/tokens.css';
import './ui/app.css';
import './ui/nav.css';

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Program />
    </StrictMode>,
  );
