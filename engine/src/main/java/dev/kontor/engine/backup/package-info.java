/** Which installation a database belongs to, and how it is backed up and brought back. */
@NullMarked
package dev.kontor.engine.backup;

import org.jspecify.annotations.NullMarked;
