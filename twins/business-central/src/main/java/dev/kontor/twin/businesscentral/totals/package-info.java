/** How the ERP computes amounts of sales documents (business-central/totals.md). */
package dev.kontor.twin.businesscentral.totals;
