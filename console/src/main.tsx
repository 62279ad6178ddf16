import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './look/colours.css';
import './look/base.css';
import './look/table.css';
import './app/shell.css';
import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {noticePerson} from './api/attended';
import {App} from './app/App';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
noticePerson();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
