/** OData v4 as Finance and Operations speaks it (contract.md §2 and §3). */
@NullMarked
package dev.kontor.twin.financeoperations.odata;

import org.jspecify.annotations.NullMarked;
