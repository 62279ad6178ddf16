/** The API of the companion app: what API v2.0 does not show, as views on the ERP's own tables. */
package dev.kontor.twin.businesscentral.companion;
