/** Sign-in, rate and concurrency limits. */
package dev.kontor.twin.businesscentral.access;
