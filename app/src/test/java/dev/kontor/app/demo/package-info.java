@NullMarked
package dev.kontor.app.demo;

import org.jspecify.annotations.NullMarked;
