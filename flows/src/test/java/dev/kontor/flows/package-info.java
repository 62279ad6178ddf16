@org.jspecify.annotations.NullMarked
package dev.kontor.flows;
