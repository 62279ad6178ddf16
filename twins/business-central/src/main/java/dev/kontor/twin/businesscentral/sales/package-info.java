/** Rules of sales orders, their lines and their posting. */
package dev.kontor.twin.businesscentral.sales;
