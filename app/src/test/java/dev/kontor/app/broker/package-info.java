@org.jspecify.annotations.NullMarked
package dev.kontor.app.broker;
