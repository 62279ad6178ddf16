/** Rules of master data: customers, items, code tables and stock. */
package dev.kontor.twin.businesscentral.master;
