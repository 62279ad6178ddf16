/** SOAP page services of a server of one's own, for pages that are published no other way. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.businesscentral.soap;
