/**
 * Goods that come back, as Adobe Commerce has them (RMA). Written from the vendor's REST schema
 * only; no running shop was asked. Where it does not tell the words of a refusal, they are the
 * twin's.
 */
@NullMarked
package dev.kontor.twin.magento.rma;

import org.jspecify.annotations.NullMarked;
