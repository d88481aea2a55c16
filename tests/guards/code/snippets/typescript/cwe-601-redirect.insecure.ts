import { Controller, Get, Query, Res } from "@nestjs/common";
import { Response } from "express";

@Controller("auth")
export class AuthController {
  @Get("callback")
  callback(@Query("returnTo") returnTo: string, @Res() res: Response) {
    res.redirect(returnTo);
  }
}
