/** What the law asks of a hub: new keys for old, and one person's data told or taken away. */
@NullMarked
package dev.kontor.engine.privacy;

import org.jspecify.annotations.NullMarked;
