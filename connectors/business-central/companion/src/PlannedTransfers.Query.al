namespace Kontor.Commerce;

using Microsoft.Inventory.Transfer;

query 50147 "KTR Planned Transfers"
{
    QueryType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'plannedTransfer';
    EntitySetName = 'plannedTransfers';
    EntityCaption = 'Planned transfer';
    EntitySetCaption = 'Planned transfers';

    elements
    {
        dataitem(TransferLine; "Transfer Line")
        {
            DataItemTableFilter = "Derived From Line No." = const(0), "Completely Received" = const(false);

            column(itemNumber; "Item No.")
            {
                Caption = 'itemNumber', Locked = true;
            }
            column(variantCode; "Variant Code")
            {
                Caption = 'variantCode', Locked = true;
            }
            column(fromLocationCode; "Transfer-from Code")
            {
                Caption = 'fromLocationCode', Locked = true;
            }
            column(inTransitCode; "In-Transit Code")
            {
                Caption = 'inTransitCode', Locked = true;
            }
            column(toLocationCode; "Transfer-to Code")
            {
                Caption = 'toLocationCode', Locked = true;
            }
            column(receiptDate; "Receipt Date")
            {
                Caption = 'receiptDate', Locked = true;
            }
            column(outstandingQuantity; "Outstanding Qty. (Base)")
            {
                Caption = 'outstandingQuantity', Locked = true;
                Method = Sum;
            }
            column(quantityInTransit; "Qty. in Transit (Base)")
            {
                Caption = 'quantityInTransit', Locked = true;
                Method = Sum;
            }
        }
    }
}
