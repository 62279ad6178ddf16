/** How people prove who they are: passwords and identity providers. */
@NullMarked
package dev.kontor.app.access;

import org.jspecify.annotations.NullMarked;
