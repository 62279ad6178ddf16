/** Opens the parts of an installation. */
@NullMarked
package dev.kontor.app.hub;

import org.jspecify.annotations.NullMarked;
