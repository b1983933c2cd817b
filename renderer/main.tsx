// Starts the window: language, services, then the one React tree.
import '@mantine/core/styles.css';
import './ui/tokens.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { App } from './app/app.tsx';
import { speakOwnFormMessages } from './app/form-messages.ts';
import { startLanguage } from './app/i18n.ts';
import { createServices, ServicesProvider } from './app/services.ts';
import { guardCompositions, guardSelectAll } from './ui/keyboard.ts';
import { cssVariables, theme } from './ui/theme.ts';

/** Mantine writes styles into the page; the policy lets them in by this load's nonce only. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

// First of all: main sends the port as soon as the page has loaded.
const services = createServices(window);
speakOwnFormMessages();
guardCompositions(window);
guardSelectAll(window);
const language = await startLanguage();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
    >
      <I18nextProvider i18n={language}>
        <QueryClientProvider client={services.queries}>
          <ServicesProvider value={services}>
            <Router hook={useHashLocation}>
              <App />
            </Router>
          </ServicesProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </MantineProvider>
  </StrictMode>,
);
