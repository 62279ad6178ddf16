/** How the ERP finds price and discount of a sales line (pricing.md). */
package dev.kontor.twin.businesscentral.pricing;
