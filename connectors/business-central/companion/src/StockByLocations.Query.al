namespace Kontor.Commerce;

using Microsoft.Inventory.Ledger;

query 50144 "KTR Stock By Locations"
{
    QueryType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'stockByLocation';
    EntitySetName = 'stockByLocations';
    EntityCaption = 'Stock by location';
    EntitySetCaption = 'Stock by locations';

    elements
    {
        dataitem(ItemLedgerEntry; "Item Ledger Entry")
        {
            column(itemNumber; "Item No.")
            {
                Caption = 'itemNumber', Locked = true;
            }
            column(variantCode; "Variant Code")
            {
                Caption = 'variantCode', Locked = true;
            }
            column(locationCode; "Location Code")
            {
                Caption = 'locationCode', Locked = true;
            }
            column(inventory; Quantity)
            {
                Caption = 'inventory', Locked = true;
                Method = Sum;
            }
            column(lastEntryNumber; "Entry No.")
            {
                Caption = 'lastEntryNumber', Locked = true;
                Method = Max;
            }
        }
    }
}
