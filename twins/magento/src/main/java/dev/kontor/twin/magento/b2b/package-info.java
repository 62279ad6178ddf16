/**
 * Companies, which goods they may buy, what they may owe, and what they negotiate, as Adobe
 * Commerce has them. Written from the vendor's documentation (github AdobeDocs/commerce-webapi,
 * src/pages/rest/b2b, and the user guide) and REST schema only; no running shop was asked. Where
 * neither tells the words of a refusal, they are the twin's.
 */
@NullMarked
package dev.kontor.twin.magento.b2b;

import org.jspecify.annotations.NullMarked;
