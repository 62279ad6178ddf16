/** Documents as PDF, rendered when they are read. */
package dev.kontor.twin.businesscentral.print;
