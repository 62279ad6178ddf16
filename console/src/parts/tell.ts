import {notifications} from '@mantine/notifications';
import type {ReactNode} from 'react';

/** A short word that goes away by itself. */
export const tell = (message: string) => void notifications.show({message, withCloseButton: false});

/** What has to be read: stays until it is closed. */
export function tellKept(title: string, message: ReactNode, close: string): void {
  notifications.show({title, message, autoClose: false, closeButtonProps: {'aria-label': close}});
}
