namespace Kontor.Commerce;

using Microsoft.Foundation.Shipping;
using Microsoft.Sales.Document;
using Microsoft.Sales.Posting;

/// <summary>What API v2.0 cannot do with an order: release, reopen, ship or invoice only, cancel.</summary>
codeunit 50143 "KTR Order Actions"
{
    Access = Internal;

    procedure Release(var SalesHeader: Record "Sales Header")
    var
        ReleaseSalesDocument: Codeunit "Release Sales Document";
    begin
        ReleaseSalesDocument.PerformManualRelease(SalesHeader);
    end;

    procedure Reopen(var SalesHeader: Record "Sales Header")
    var
        ReleaseSalesDocument: Codeunit "Release Sales Document";
    begin
        ReleaseSalesDocument.PerformManualReopen(SalesHeader);
    end;

    procedure Ship(var SalesHeader: Record "Sales Header"; PackageTrackingNo: Text[50]; ShippingAgentCode: Code[10]; ShippingAgentServiceCode: Code[10]; PostingDate: Date)
    begin
        SetParcel(SalesHeader, PackageTrackingNo, ShippingAgentCode, ShippingAgentServiceCode, PostingDate);
        Post(SalesHeader, true, false);
    end;

    procedure Invoice(var SalesHeader: Record "Sales Header")
    begin
        Post(SalesHeader, false, true);
    end;

    procedure ShipAndInvoice(var SalesHeader: Record "Sales Header"; PackageTrackingNo: Text[50]; ShippingAgentCode: Code[10]; ShippingAgentServiceCode: Code[10]; PostingDate: Date)
    begin
        SetParcel(SalesHeader, PackageTrackingNo, ShippingAgentCode, ShippingAgentServiceCode, PostingDate);
        Post(SalesHeader, true, true);
    end;

    procedure Cancel(var SalesHeader: Record "Sales Header")
    var
        SalesLine: Record "Sales Line";
    begin
        SalesLine.SetRange("Document Type", SalesHeader."Document Type");
        SalesLine.SetRange("Document No.", SalesHeader."No.");
        SalesLine.SetFilter("Quantity Shipped", '<>0');
        if SalesLine.FindFirst() then
            SalesLine.TestField("Quantity Shipped", 0);
        SalesHeader.Delete(true);
    end;

    // Posting commits, so whoever lost the answer has to look for the posted documents.
    local procedure Post(var SalesHeader: Record "Sales Header"; ShipNow: Boolean; InvoiceNow: Boolean)
    begin
        SalesHeader.Ship := ShipNow;
        SalesHeader.Invoice := InvoiceNow;
        SalesHeader.SendToPosting(Codeunit::"Sales-Post");
    end;

    // Agent and service are assigned, not validated: validation would refuse a released order.
    local procedure SetParcel(var SalesHeader: Record "Sales Header"; PackageTrackingNo: Text[50]; ShippingAgentCode: Code[10]; ShippingAgentServiceCode: Code[10]; PostingDate: Date)
    var
        ShippingAgent: Record "Shipping Agent";
        ShippingAgentServices: Record "Shipping Agent Services";
    begin
        if ShippingAgentCode <> '' then begin
            ShippingAgent.Get(ShippingAgentCode);
            SalesHeader."Shipping Agent Code" := ShippingAgentCode;
            SalesHeader."Shipping Agent Service Code" := '';
        end;
        if ShippingAgentServiceCode <> '' then begin
            ShippingAgentServices.Get(SalesHeader."Shipping Agent Code", ShippingAgentServiceCode);
            SalesHeader."Shipping Agent Service Code" := ShippingAgentServiceCode;
        end;
        SalesHeader."Package Tracking No." := PackageTrackingNo;
        if PostingDate <> 0D then begin
            SalesHeader.SetHideValidationDialog(true);
            SalesHeader.Validate("Posting Date", PostingDate);
        end;
        SalesHeader.Modify(true);
    end;
}
