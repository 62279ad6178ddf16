/** Documents that bring goods, move them or hold them back; API v2.0 shows none of them. */
package dev.kontor.twin.businesscentral.supply;
