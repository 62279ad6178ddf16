/** Listens to the message brokers of a hub, beside the doors that systems push to. */
@org.jspecify.annotations.NullMarked
package dev.kontor.app.broker;
