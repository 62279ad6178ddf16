/** What people set up in the console: connections, uses of packs and settings of flows. */
@NullMarked
package dev.kontor.engine.setup;

import org.jspecify.annotations.NullMarked;
