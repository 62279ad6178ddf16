@NullMarked
package dev.kontor.app.web;

import org.jspecify.annotations.NullMarked;
