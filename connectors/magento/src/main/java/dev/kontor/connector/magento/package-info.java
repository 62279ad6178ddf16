/** Magento 2 and Adobe Commerce from 2.4.4: settings, abilities and check of one shop. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento;
