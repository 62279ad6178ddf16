import {Button, createTheme, Modal, PasswordInput, Select, Textarea, TextInput} from '@mantine/core';

/** Dense and quiet. Colours are CSS variables in colours.css, so that nothing is styled inline. */
export const theme = createTheme({
  autoContrast: false,
  cursorType: 'pointer',
  defaultRadius: 'sm',
  components: {
    Button: Button.extend({defaultProps: {size: 'xs', variant: 'default', fw: 500}}),
    TextInput: TextInput.extend({defaultProps: {size: 'xs'}}),
    PasswordInput: PasswordInput.extend({defaultProps: {size: 'xs'}}),
    Textarea: Textarea.extend({defaultProps: {size: 'xs', autosize: false, rows: 3}}),
    Select: Select.extend({defaultProps: {size: 'xs', comboboxProps: {withinPortal: true}}}),
    // Locking the scroll would need an inline style sheet, which the content security policy refuses.
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        padding: 'lg',
        transitionProps: {duration: 0},
        overlayProps: {backgroundOpacity: 0.4},
      },
    }),
  },
});
