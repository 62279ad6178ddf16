/** A message broker that speaks AMQP 1.0: an ActiveMQ Artemis inside the process. */
@org.jspecify.annotations.NullMarked
package dev.kontor.twin.amqp;
