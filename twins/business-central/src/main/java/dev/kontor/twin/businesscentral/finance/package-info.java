/** What customers owe and pay: their ledger and payment journals. */
package dev.kontor.twin.businesscentral.finance;
