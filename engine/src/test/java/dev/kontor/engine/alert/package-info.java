@org.jspecify.annotations.NullMarked
package dev.kontor.engine.alert;
