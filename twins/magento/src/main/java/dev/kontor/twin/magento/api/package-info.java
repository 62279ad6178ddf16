/** The REST door: who calls, which route, what the body may say. */
@NullMarked
package dev.kontor.twin.magento.api;

import org.jspecify.annotations.NullMarked;
