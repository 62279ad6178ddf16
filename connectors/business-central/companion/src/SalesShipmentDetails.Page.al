namespace Kontor.Commerce;

using Microsoft.Foundation.Shipping;
using Microsoft.Sales.History;

page 50130 "KTR Sales Shipment Details"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'salesShipmentDetail';
    EntitySetName = 'salesShipmentDetails';
    EntityCaption = 'Sales shipment detail';
    EntitySetCaption = 'Sales shipment details';
    SourceTable = "Sales Shipment Header";
    ODataKeyFields = SystemId;
    DelayedInsert = true;
    Extensible = false;
    Editable = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    DeleteAllowed = false;

    layout
    {
        area(Content)
        {
            repeater(Records)
            {
                field(id; Rec.SystemId)
                {
                    Caption = 'id', Locked = true;
                }
                field(number; Rec."No.")
                {
                    Caption = 'number', Locked = true;
                }
                field(orderNumber; Rec."Order No.")
                {
                    Caption = 'orderNumber', Locked = true;
                }
                field(externalDocumentNumber; Rec."External Document No.")
                {
                    Caption = 'externalDocumentNumber', Locked = true;
                }
                field(postingDate; Rec."Posting Date")
                {
                    Caption = 'postingDate', Locked = true;
                }
                field(shippingAgentCode; Rec."Shipping Agent Code")
                {
                    Caption = 'shippingAgentCode', Locked = true;
                }
                field(shippingAgentName; ShippingAgent.Name)
                {
                    Caption = 'shippingAgentName', Locked = true;
                }
                field(shippingAgentServiceCode; Rec."Shipping Agent Service Code")
                {
                    Caption = 'shippingAgentServiceCode', Locked = true;
                }
                field(packageTrackingNumber; Rec."Package Tracking No.")
                {
                    Caption = 'packageTrackingNumber', Locked = true;
                }
                field(trackingUrl; TrackingUrl)
                {
                    Caption = 'trackingUrl', Locked = true;
                }
                field(locationCode; Rec."Location Code")
                {
                    Caption = 'locationCode', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }

    trigger OnAfterGetRecord()
    begin
        Clear(ShippingAgent);
        TrackingUrl := '';
        if Rec."Shipping Agent Code" = '' then
            exit;
        if ShippingAgent.Get(Rec."Shipping Agent Code") then
            if (Rec."Package Tracking No." <> '') and (ShippingAgent."Internet Address" <> '') then
                TrackingUrl := ShippingAgent.GetTrackingInternetAddr(Rec."Package Tracking No.");
    end;

    var
        ShippingAgent: Record "Shipping Agent";
        TrackingUrl: Text;
}
