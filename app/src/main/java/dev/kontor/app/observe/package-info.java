/** Shows what a hub does: metrics to those who ask, traces to those it was told about. */
@NullMarked
package dev.kontor.app.observe;

import org.jspecify.annotations.NullMarked;
