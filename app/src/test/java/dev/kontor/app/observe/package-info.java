@NullMarked
package dev.kontor.app.observe;

import org.jspecify.annotations.NullMarked;
