/** Extensions of partners: API pages over tables of their own. */
@org.jspecify.annotations.NullMarked
package dev.kontor.twin.businesscentral.partner;
