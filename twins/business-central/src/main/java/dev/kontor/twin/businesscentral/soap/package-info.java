/** Pages that a server of one's own publishes as SOAP web services. */
@org.jspecify.annotations.NullMarked
package dev.kontor.twin.businesscentral.soap;
