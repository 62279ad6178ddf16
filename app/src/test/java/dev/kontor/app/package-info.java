@NullMarked
package dev.kontor.app;

import org.jspecify.annotations.NullMarked;
