/** Dynamics 365 Business Central through API v2.0. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.businesscentral;
