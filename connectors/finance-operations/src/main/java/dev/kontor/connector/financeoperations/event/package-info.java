/** Business events: what they mean, and the door they come to. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.event;
