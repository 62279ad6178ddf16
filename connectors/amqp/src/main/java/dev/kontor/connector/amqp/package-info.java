/**
 * Message brokers that speak AMQP 1.0: Azure Service Bus, RabbitMQ from 4, ActiveMQ Artemis. Their
 * messages tell of documents of other connections.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.amqp;
