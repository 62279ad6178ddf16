/** Subscriptions and their notifications. */
package dev.kontor.twin.businesscentral.webhook;
