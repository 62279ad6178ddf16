/**
 * A merchant to tell stories about: shop, ERP, a hub between them, and the truth of both systems.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.proof.merchant;
